import {
  STEP_STATE_LABELS,
  type StepState,
  stepStates,
  TOPIC_STEP_LABELS,
  TOPIC_STEPS,
  type TopicProgress,
} from '@consult/shared';
import { encode } from 'uqr';

/** What stands on a card that is sent to a group or printed: nothing that is not public. */
export interface ShareCard {
  /** What it is and where: 群众议题 · 沿河街道 */
  kind: string;
  title: string;
  /** The four steps of a topic. */
  progress?: TopicProgress;
  /** How it stands now, in words. */
  stands: string;
  /** The path of its page without the app. */
  path: string;
}

/** px */
const WIDTH = 1080;
const HEIGHT = 1440;
const EDGE = 90;
const COLOURS = {
  bar: '#0b5d57',
  soft: '#e3f0ee',
  text: '#17211f',
  faint: '#465350',
  stopped: '#8a4b00',
  line: '#7f8e8b',
};
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/**
 * Draws a card where the letters are: on the device, which has Chinese ones, as a server need not.
 * @param address the whole address in its QR code
 * @returns a PNG of 1080 × 1440; null where the browser draws nothing
 */
export async function drawCard(card: ShareCard, address: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = COLOURS.bar;
  pen.fillRect(0, 0, WIDTH, 170);
  write(pen, card.kind, { y: 105, size: 46, colour: '#ffffff', lines: 1 });
  let y = write(pen, card.title, { y: 280, size: 68, colour: COLOURS.text, lines: 3, bold: true });
  if (card.progress) y = drawSteps(pen, stepStates(card.progress), y + 40);
  write(pen, card.stands, { y: y + 90, size: 46, colour: COLOURS.bar, lines: 3, bold: true });
  drawCode(pen, address);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

interface Writing {
  y: number;
  size: number;
  colour: string;
  /** How many at most; what is longer ends with …. */
  lines: number;
  bold?: boolean;
}

/** Writes from the left edge to the right one. @returns where the last line stands */
function write(pen: CanvasRenderingContext2D, text: string, { y, size, colour, lines, bold = false }: Writing): number {
  pen.font = `${bold ? '600 ' : ''}${size}px ${FONT}`;
  pen.fillStyle = colour;
  pen.textAlign = 'left';
  const rows = wrap(pen, text, WIDTH - 2 * EDGE, lines);
  for (const [i, row] of rows.entries()) pen.fillText(row, EDGE, y + i * size * 1.4);
  return y + (rows.length - 1) * size * 1.4;
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const character of text) {
    if (pen.measureText(row + character).width > width) {
      if (rows.length === most - 1) return [...rows, `${row.slice(0, -1)}…`];
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return [...rows, row];
}

/** Four discs on a line, each with its name and how it stands. @returns where the last words stand */
function drawSteps(pen: CanvasRenderingContext2D, states: readonly StepState[], y: number): number {
  const apart = (WIDTH - 2 * EDGE) / TOPIC_STEPS.length;
  TOPIC_STEPS.forEach((step, i) => {
    const state = states[i] ?? 'waiting';
    const x = EDGE + apart * (i + 0.5);
    const filled = state === 'done' || state === 'current';
    const colour = state === 'stopped' ? COLOURS.stopped : filled ? COLOURS.bar : COLOURS.line;
    if (i > 0) {
      pen.strokeStyle = COLOURS.line;
      pen.lineWidth = 4;
      pen.beginPath();
      pen.moveTo(x - apart + 50, y + 40);
      pen.lineTo(x - 50, y + 40);
      pen.stroke();
    }
    pen.beginPath();
    pen.arc(x, y + 40, 38, 0, 2 * Math.PI);
    pen.fillStyle = filled ? colour : '#ffffff';
    pen.fill();
    pen.strokeStyle = colour;
    pen.lineWidth = 5;
    pen.stroke();
    pen.textAlign = 'center';
    pen.font = `600 40px ${FONT}`;
    pen.fillStyle = filled ? '#ffffff' : colour;
    pen.fillText(state === 'done' ? '✓' : state === 'stopped' ? '×' : String(i + 1), x, y + 55);
    pen.fillStyle = COLOURS.text;
    pen.fillText(TOPIC_STEP_LABELS[step], x, y + 140);
    pen.font = `32px ${FONT}`;
    pen.fillStyle = COLOURS.faint;
    pen.fillText(STEP_STATE_LABELS[state], x, y + 186);
  });
  return y + 186;
}

/** The QR code of the address, with the address in letters beside it, for those who type. */
function drawCode(pen: CanvasRenderingContext2D, address: string): void {
  const side = 300;
  const top = HEIGHT - side - EDGE;
  const { data, size } = encode(address, { border: 2 });
  const cell = side / size;
  pen.fillStyle = COLOURS.soft;
  pen.fillRect(0, top - 50, WIDTH, HEIGHT - top + 50);
  pen.fillStyle = '#ffffff';
  pen.fillRect(EDGE, top, side, side);
  pen.fillStyle = '#000000';
  data.forEach((row, j) => {
    row.forEach((dark, i) => {
      if (dark) pen.fillRect(EDGE + i * cell, top + j * cell, Math.ceil(cell), Math.ceil(cell));
    });
  });
  pen.textAlign = 'left';
  const x = EDGE + side + 50;
  const room = WIDTH - x - EDGE;
  pen.fillStyle = COLOURS.text;
  pen.font = `600 42px ${FONT}`;
  pen.fillText('扫一扫，看全过程', x, top + 80);
  pen.fillStyle = COLOURS.faint;
  pen.font = `34px ${FONT}`;
  pen.fillText('不用注册，不用安装', x, top + 140);
  const rows = wrap(pen, address.replace(/^https?:\/\//, ''), room, 3);
  for (const [i, row] of rows.entries()) pen.fillText(row, x, top + 205 + i * 46);
}
