import type { Locator, Page } from 'playwright-core';

/** What a person does on a screen and sees there, in their words. */
export class Screen {
  constructor(
    readonly page: Page,
    /** The part of the page that is meant: all of it, or the sheet that lies over it. */
    private readonly part: Locator = page.locator('body'),
  ) {}

  /** Presses what is called so: a button, a link, a choice. */
  async tap(name: string | RegExp): Promise<void> {
    await this.control(name).click();
  }

  /** Goes to one of the places of the tab bar or side navigation, and waits until it is there. */
  async goTo(place: '议题' | '协商' | '我的' | '待办'): Promise<void> {
    // With the number of what is unread.
    const name = new RegExp(`^(\\d+\\+?\\s*)?${place}(\\s*\\d+\\+?)?$`);
    await this.page.getByRole('link', { name }).click();
    await this.page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor();
  }

  /** Opens the row of a list in which these words stand. */
  async openRow(words: string): Promise<void> {
    await this.rowOf(words).click();
  }

  /** The first row of a list in which these words stand. */
  rowOf(words: string | RegExp): Locator {
    return this.part.getByRole('link', { name: words }).filter({ visible: true }).first();
  }

  /** Writes into the field with this label. */
  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** Reads what stands in the field with this label. */
  valueOf(label: string): Promise<string> {
    return this.field(label).inputValue();
  }

  /** Chooses one of the choices under a label. */
  async choose(label: string, choice: string): Promise<void> {
    await this.part
      .getByRole('radiogroup', { name: label, exact: true })
      .getByRole('radio', { name: choice, exact: true })
      .click();
  }

  /** Opens the list of choices of a field and takes one. */
  async pick(label: string, choice: string): Promise<void> {
    await this.tap(new RegExp(`^${label}：`));
    await this.sheet(label).part.getByRole('radio', { name: choice }).click();
    await this.sheet(label).gone();
  }

  /** Opens the list of choices of a field that takes several, and takes these. */
  async pickAll(label: string, choices: readonly string[]): Promise<void> {
    await this.tap(new RegExp(`^${label}：`));
    const list = this.sheet(label);
    for (const choice of choices) await list.tap(choice);
    await list.tap(`选好了（${choices.length}）`);
    await list.gone();
  }

  /** Adds the first photo of a field: a picture of this screen will do. @param label where there are several such fields */
  async addPhoto(label?: string): Promise<void> {
    const field = label === undefined ? this : new Screen(this.page, this.part.getByRole('group', { name: label }));
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), field.tap('添加照片')]);
    await chooser.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await this.page.screenshot() });
    await field.control('查看第 1 张照片').waitFor();
  }

  /** The sheet with this title, which lies over the page. */
  sheet(title: string): Screen {
    return new Screen(this.page, this.page.getByRole('dialog', { name: title, exact: true }));
  }

  /** Presses a button, fills in the sheet that opens, and confirms. */
  async move(
    button: string,
    options: { title?: string; confirm?: string; fill?(sheet: Screen): Promise<void> } = {},
  ): Promise<void> {
    const { title = button, confirm = button, fill } = options;
    await this.tap(button);
    const sheet = this.sheet(title);
    await fill?.(sheet);
    await sheet.tap(confirm);
    await sheet.gone();
  }

  /** Waits until these words are on the screen. */
  async sees(...words: (string | RegExp)[]): Promise<void> {
    for (const text of words) await this.part.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits until this part is no more. */
  async gone(): Promise<void> {
    await this.part.waitFor({ state: 'hidden' });
  }

  /** All that can be read on the screen now. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: hidden pages stay in the document and are not meant
    return this.part.innerText();
  }

  control(name: string | RegExp): Locator {
    const called = (role: 'button' | 'link' | 'radio' | 'checkbox' | 'tab') =>
      this.part.getByRole(role, { name, exact: true });
    return called('button').or(called('link')).or(called('radio')).or(called('checkbox')).or(called('tab')).first();
  }

  private field(label: string): Locator {
    const named = `[aria-label="${label}"]`;
    return this.part.locator(`input${named}, textarea${named}`).filter({ visible: true }).last();
  }
}
