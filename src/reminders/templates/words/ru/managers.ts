import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Заявки ждут: ${site}`,
    heading: 'Вас ждут заявки',
    body: [`Кто-то надеется на ответ (${site}).`],
    action: 'Открыть заявки',
    after: [],
  }),
  answers_overdue: ({ site }) => ({
    subject: `Ждут ответа: ${site}`,
    heading: 'Кто-то ждёт ответа',
    body: ['Эти вопросы ждут больше суток или скоро начнутся.'],
    action: 'Открыть площадку',
    after: [],
  }),
  daily_sheet: ({ site, date }) => ({
    subject: `Сегодня, ${date}: ${site}`,
    heading: 'Сегодня в вашем оазисе',
    body: [],
    action: 'Открыть день',
    after: [],
  }),
};
