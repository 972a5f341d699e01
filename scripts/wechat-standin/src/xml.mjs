/** An event in WeChat's XML: text as CDATA, a list as the element again and again. */
export function toXml(event) {
  return `<xml>${elements(event)}</xml>`;
}

function elements(fields) {
  return Object.entries(fields)
    .flatMap(([name, value]) => [value].flat().map((one) => `<${name}>${content(one)}</${name}>`))
    .join('');
}

function content(value) {
  if (typeof value === 'string') return `<![CDATA[${value}]]>`;
  return typeof value === 'object' && value !== null ? elements(value) : String(value);
}
