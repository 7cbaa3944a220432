import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { Size, startBrowser, Visitor } from './visitor';

describe.each<[Size, boolean]>([
  ['phone', false],
  ['desktop', true],
])('booking at a %s (dark: %s)', (size, dark) => {
  let oasis: Oasis;
  let browser: Browser;
  let aino: Visitor;
  let other: Visitor;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    const now = oasis.clock.now();
    aino = await Visitor.comes(browser, oasis.url, { size, dark, now });
    other = await Visitor.comes(browser, oasis.url, { size, dark, now });
    await aino.signsIn('entrepreneur@oasis.example');
    await other.signsIn('entrepreneur2@oasis.example');
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  afterEach(() => {
    expect([...aino.complaints, ...other.complaints]).toEqual([]);
  });

  /** Opens tomorrow, mornings, desks; the way a person would. */
  async function seesTomorrowMorning(visitor: Visitor): Promise<void> {
    const ways = visitor.page.getByRole('navigation', { name: size === 'phone' ? 'Main, below' : 'Main', exact: true });
    await ways.getByRole('link', { name: 'Book', exact: true }).click();
    await visitor.button(/^tomorrow/i).click();
    await visitor.button('Morning').click();
    await visitor.chooses('Desks');
    await visitor.settles();
  }

  it('a person who wants the same desk at the same time gets a clear no, with free desks as buttons', async () => {
    await seesTomorrowMorning(aino);
    await seesTomorrowMorning(other);
    await aino.keeps('day-list');

    const free = aino.page.locator('[data-standing=free]').first();
    const desk = (await free.getAttribute('data-resource')) ?? '';
    await other.button(`Book ${desk}`).click();
    await aino.button(`Book ${desk}`).click();
    await aino.keeps('sheet');
    await aino.sheet.getByRole('button', { name: 'Book it' }).click();
    await aino.sheet.getByText('Booked', { exact: true }).waitFor();
    await aino.keeps('booked');
    await aino.sheet.getByRole('button', { name: 'Done' }).click();
    await aino.page.locator(`[data-resource="${desk}"][data-standing=mine]`).waitFor();

    // The other one has the desk before them still, as free.
    await other.sheet.getByRole('button', { name: 'Book it' }).click();
    await other.sheet.getByText('No longer free').waitFor();
    await other.sheet.getByText('The same time elsewhere').waitFor();
    await other.keeps('faster');
    expect(await other.barriers()).toEqual([]);
    const alternative = other.sheet.getByRole('button', { name: /^Desk \d+ · 08:00–12:00/ }).first();
    const instead = /Desk \d+/.exec(await alternative.innerText())?.[0] ?? '';
    expect(instead).not.toBe(desk);
    await alternative.click();
    await other.sheet.getByText('Booked', { exact: true }).waitFor();
    expect(await other.sheet.innerText()).toContain(instead);
    await other.sheet.getByRole('button', { name: 'Done' }).click();
    await other.page.locator(`[data-resource="${instead}"][data-standing=mine]`).waitFor();
    expect(await other.page.locator(`[data-resource="${desk}"]`).getAttribute('data-standing')).toBe('taken');
  });

  it('what is mine, free and taken is told on the timeline by more than colour', async () => {
    await aino.chooses('Timeline');
    const picture = aino.page.getByRole('region', { name: 'Timeline' });
    await picture.getByText('Yours').first().waitFor();
    await aino.keeps('timeline');
    expect(await picture.getByText('Taken').count()).toBeGreaterThan(0);
    expect(await aino.barriers()).toEqual([]);
    // By keyboard: a free stretch is a button, and takes its first hour.
    await picture
      .getByRole('button', { name: /free \d\d:\d\d–\d\d:\d\d: book$/ })
      .first()
      .focus();
    await aino.page.keyboard.press('Enter');
    await aino.sheet.getByRole('button', { name: 'Book it' }).waitFor();
    await aino.page.keyboard.press('Escape');
    await aino.sheet.waitFor({ state: 'detached' });
  });

  it('a refusal is told in words, with what would make it possible', async () => {
    const date = new Date(oasis.clock.now().getTime() + 9 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await aino.opens(`/day?date=${date}&kind=desk`);
    await aino.page.locator('[data-standing=free] button').first().click();
    // Told before anything is pressed.
    await aino.sheet.locator('[data-refusal=booking_horizon]').waitFor();
    await aino.keeps('refused');
    expect(await aino.sheet.innerText()).toContain('Under your plan bookings open 7 days ahead.');
    expect(await aino.sheet.innerText()).toMatch(/The last day you can book now: \w+ \d+ \w+\./);
    expect(await aino.barriers()).toEqual([]);
  });

  it('a refusal names a time that would do, and takes it into the form', async () => {
    await aino.opens('/day?kind=booth');
    await aino.page.locator('[data-standing=free] button').first().click();
    await aino.sheet.getByLabel('Until').selectOption({ index: 15 });
    await aino.sheet.locator('[data-refusal=booking_length]').waitFor();
    expect(await aino.sheet.innerText()).toContain('A booking here lasts from 15 min to 2 h.');
    await aino.sheet.getByRole('button', { name: /^Take .* instead$/ }).click();
    await aino.sheet.getByRole('button', { name: 'Book it' }).click();
    await aino.sheet.getByText('Booked', { exact: true }).waitFor();
  });

  it('any free desk is two presses from home', async () => {
    await other.opens('/');
    await other.settles();
    await other.keeps('home');
    await other.page.getByRole('group', { name: 'A desk, today' }).getByRole('button', { name: 'Afternoon' }).click();
    await other.sheet.getByRole('button', { name: 'Book it' }).click();
    await other.sheet.getByText('Booked', { exact: true }).waitFor();
  });

  it('a booking is moved by a form, checked in, and another one cancelled', async () => {
    await other.opens('/bookings');
    const desk = other.page.locator('article').filter({ hasText: '08:00–12:00' }).filter({ hasText: 'Desk' }).last();
    const id = (await desk.getAttribute('data-booking')) ?? '';
    const card = other.page.locator(`[data-booking="${id}"]`);
    await card.getByRole('button', { name: 'Change' }).click();
    await other.sheet.getByLabel('From').selectOption({ label: '13:00' });
    const places = other.sheet.getByLabel('Place').locator('option');
    const free = (await places.allInnerTexts()).find((name) => !name.includes('taken')) ?? '';
    await other.sheet.getByLabel('Place').selectOption({ label: free });
    await other.keeps('move');
    expect(await other.barriers()).toEqual([]);
    await other.sheet.getByRole('button', { name: 'Save the change' }).click();
    await card.getByText('13:00–17:00').waitFor();

    await card.getByRole('button', { name: 'Cancel' }).click();
    await other.keeps('cancel');
    await other.sheet.getByRole('button', { name: 'Yes, cancel it' }).click();
    await card.waitFor({ state: 'detached' });

    await other.chooses('Past');
    await other.settles();
    await other.keeps('bookings-past');
    await other.page.locator(`[data-booking="${id}"]`).getByText('Cancelled').waitFor();
  });
});
