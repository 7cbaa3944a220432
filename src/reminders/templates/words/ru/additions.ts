import { AdditionLetters } from '../additions';

const footer = (host: string): string =>
  `Вы получили это письмо, потому что ваш адрес указан для этой встречи (организатор: ${host}). Мы не используем его ни для чего другого и забудем его через месяц после встречи.`;

export const additions: AdditionLetters = {
  guest_invited: ({ host, place, date, changed }) => ({
    subject: changed ? `Изменение: ${date}, встреча, ${host}` : `Приглашение: ${date}, встреча, ${host}`,
    heading: changed ? 'У встречи другое место или время' : 'Вас приглашают на встречу',
    body: [
      changed
        ? `Встреча перенесена, организатор: ${host}. Теперь она пройдёт здесь: ${place}.`
        : `Вас ждёт ${host}. Место: ${place}.`,
    ],
    action: 'О Business Oasis',
    after: [`Приложенный файл — для вашего календаря. Если вы не можете прийти, сообщите организатору сами: ${host}.`],
    footer: footer(host),
  }),
  guest_cancelled: ({ host, place, date }) => ({
    subject: `Отмена: ${date}, встреча, ${host}`,
    heading: 'Встреча отменена',
    body: [`Встреча (организатор: ${host}, место: ${place}) не состоится или пройдёт без вас.`],
    action: 'О Business Oasis',
    after: ['Приложенный файл уберёт её из вашего календаря.'],
    footer: footer(host),
  }),
  guest_series_invited: ({ host, place, date }) => ({
    subject: `Приглашение: ${date} и далее, встречи, ${host}`,
    heading: 'Вас приглашают на несколько встреч',
    body: [`Вас ждёт ${host}, даты указаны ниже. Место первой встречи: ${place}.`],
    action: 'О Business Oasis',
    after: [
      `В приложенном файле все встречи для вашего календаря. Если вы не можете прийти, сообщите организатору сами: ${host}.`,
    ],
    footer: footer(host),
  }),
  guest_series_cancelled: ({ host, place, date }) => ({
    subject: `Отмена: ${date} и далее, встречи, ${host}`,
    heading: 'Встречи отменены',
    body: [`Встречи (организатор: ${host}, место: ${place}) в указанные ниже дни не состоятся.`],
    action: 'О Business Oasis',
    after: ['Приложенный файл уберёт их из вашего календаря.'],
    footer: footer(host),
  }),
  extra_withdrawn: ({ place, date, extras }) => ({
    subject: `Недоступно: ${date}, ${extras}`,
    heading: 'Часть заказанного недоступна',
    body: [`Мы больше не можем выдать вам это: ${extras}. Место (${place}) остаётся за вами. Извините.`],
    action: 'Открыть мои бронирования',
    after: ['Возможно, вам подойдёт другое время, когда это свободно.'],
  }),
};
