/** An order file in the publisher's layout with invented titles, for tests: categories, leaves, and Z99 at the end. */
export function orderFile(categories: number, title = 'Condition'): string {
  const lines: string[] = [];
  const line = (code: string, billable: boolean, text: string): void => {
    const order = String(lines.length + 1).padStart(5, '0');
    lines.push(`${order} ${code.padEnd(7)} ${billable ? 1 : 0} ${text.padEnd(60)} ${text}`);
  };
  for (let i = 0; i < categories; i++) {
    const letter = 'ABCDEFGHIJ'.charAt(Math.floor(i / 100));
    const category = `${letter}${String(i % 100).padStart(2, '0')}`;
    line(category, false, `${title} ${category}`);
    for (let leaf = 0; leaf < 10; leaf++)
      line(`${category}${leaf}`, true, `${title} ${category}, form ${leaf}`);
  }
  line('Z99', false, `${title} Z99`);
  line('Z990', true, `${title} Z990`);
  return `${lines.join('\r\n')}\r\n`;
}
