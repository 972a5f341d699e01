const ARIA = { 'aria-role': '', 'aria-label': '' };

/** Taro's templates leave out WeChat's aria-role and aria-label; these are the components we name for screen readers. */
module.exports = { View: ARIA, Button: ARIA, Input: ARIA, Textarea: ARIA };
