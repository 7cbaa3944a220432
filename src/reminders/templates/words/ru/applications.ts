import { ApplicationLetters } from '../applications';

export const applications: ApplicationLetters = {
  application_received: ({ site }) => ({
    subject: `Мы получили вашу заявку: ${site}`,
    heading: 'Мы получили вашу заявку',
    body: [`Спасибо за заявку (${site}). Мы прочитаем её и напишем вам, как только будет решение.`],
    action: 'Открыть мою заявку',
    after: [],
  }),
  application_returned: ({ site, until }) => ({
    subject: `Дополните вашу заявку: ${site}`,
    heading: 'Вашу заявку нужно дополнить',
    body: [`Дополните её и отправьте снова. Срок: ${until}. После этого заявка утратит силу.`],
    action: 'Дополнить мою заявку',
    after: [],
  }),
  application_waitlisted: ({ site }) => ({
    subject: `Вы в списке ожидания: ${site}`,
    heading: 'Вы в списке ожидания',
    body: [`Мы будем рады вам, но сейчас нет свободного места (${site}). Мы напишем вам, как только оно появится.`],
    action: 'Открыть мою заявку',
    after: [],
  }),
  application_rejected: ({ site }) => ({
    subject: `Решение по вашей заявке: ${site}`,
    heading: 'Мы не можем предложить вам место',
    body: [`Спасибо за заявку (${site}). Мы внимательно её прочитали и на этот раз не можем предложить вам место.`],
    action: 'Прочитать решение',
    after: ['Вы можете подать заявку снова, когда обстоятельства изменятся.'],
  }),
};
