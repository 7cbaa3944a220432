import { NewDocument } from '../memberships/plans/document.store';

const paragraphs = (...each: string[]): string => each.join('\n\n');

/** What members of the demonstration agree to. Engineering material, not legal advice. */
export const demoDocuments: readonly NewDocument[] = [
  {
    kind: 'agreement',
    bindingLocale: 'fi',
    texts: {
      en: {
        title: 'Membership agreement',
        body: paragraphs(
          '1. You get a place on favourable terms as your plan describes it: its length, its price and the normal price, its allowances and its limits.',
          '2. You declare that you have no office of your own, and declare it again with each renewal.',
          '3. What you have not used of a month’s allowance lapses at the end of the month. A booking that you cancel in time is given back.',
          '4. You may pause and you may leave, with the notice that your plan names. The house may suspend or end a membership for a reason that it writes down and that you can answer.',
          '5. The difference between the normal price and your price is support. It is recorded, and told to the authorities where the law asks for it.',
          '6. Your idea stays yours. Coaches and managers keep to themselves what you tell them.',
        ),
      },
      fi: {
        title: 'Jäsensopimus',
        body: paragraphs(
          '1. Saat paikan edullisin ehdoin jäsenyystuotteesi mukaisesti: sen keston, hinnan ja normaalihinnan, kuukausiosuudet ja rajat.',
          '2. Vakuutat, ettei sinulla ole omaa toimistoa, ja vakuutat sen uudelleen jokaisen jatkokauden alkaessa.',
          '3. Kuukauden osuuksista käyttämättä jäänyt raukeaa kuukauden lopussa. Ajoissa peruttu varaus palautetaan.',
          '4. Voit pitää tauon ja voit lähteä jäsenyystuotteesi irtisanomisajalla. Talo voi keskeyttää tai päättää jäsenyyden kirjatusta syystä, johon saat vastata.',
          '5. Normaalihinnan ja oman hintasi erotus on tukea. Se kirjataan ja ilmoitetaan viranomaisille, kun laki sitä vaatii.',
          '6. Ideasi pysyy sinun. Valmentajat ja talon väki pitävät kertomasi omana tietonaan.',
        ),
      },
      sv: {
        title: 'Medlemsavtal',
        body: paragraphs(
          '1. Du får en plats på förmånliga villkor enligt ditt medlemskap: längd, pris och normalpris, månadens andelar och gränser.',
          '2. Du försäkrar att du inte har ett eget kontor, och gör det på nytt vid varje förlängning.',
          '3. Det som inte använts av månadens andelar förfaller vid månadens slut. En bokning som avbokas i tid ges tillbaka.',
          '4. Du kan ta en paus och du kan sluta med den uppsägningstid som medlemskapet anger. Huset kan avbryta eller avsluta ett medlemskap av ett nedskrivet skäl som du får bemöta.',
          '5. Skillnaden mellan normalpriset och ditt pris är stöd. Den antecknas och meddelas myndigheterna när lagen kräver det.',
          '6. Din idé förblir din. Coacher och husets folk behåller för sig själva vad du berättar.',
        ),
      },
      ru: {
        title: 'Договор о членстве',
        body: paragraphs(
          '1. Вы получаете место на льготных условиях по своему тарифу: срок, цена и обычная цена, месячные доли и ограничения.',
          '2. Вы заявляете, что у вас нет собственного офиса, и заявляете это заново при каждом продлении.',
          '3. Неиспользованное за месяц сгорает в конце месяца. Бронь, отменённая вовремя, возвращается.',
          '4. Вы можете взять паузу и можете уйти, предупредив за срок, указанный в тарифе. Дом может приостановить или прекратить членство по записанной причине, на которую вы вправе ответить.',
          '5. Разница между обычной и вашей ценой является поддержкой. Она записывается и сообщается властям, когда этого требует закон.',
          '6. Ваша идея остаётся вашей. Наставники и сотрудники дома не передают то, что вы им рассказали.',
        ),
      },
    },
  },
  {
    kind: 'house_rules',
    bindingLocale: 'fi',
    texts: {
      en: {
        title: 'House rules',
        body: paragraphs(
          'Check in when you come, and leave your desk empty when you go. Nothing stays overnight.',
          'Whoever books and does not come takes the place from somebody else. Cancel what you do not need.',
          'Guests come with you and leave with you. You answer for them.',
          'Telephone in the booths, talk in the rooms, and let the quiet zone be quiet.',
          'What you hear of the ideas of others stays in the house.',
          'The last one to leave closes the windows and the door.',
        ),
      },
      fi: {
        title: 'Talon säännöt',
        body: paragraphs(
          'Ilmoittaudu tullessasi ja jätä pöytä tyhjäksi lähtiessäsi. Mitään ei jätetä yöksi.',
          'Joka varaa eikä tule, vie paikan joltakulta toiselta. Peru se, mitä et tarvitse.',
          'Vieraat tulevat ja lähtevät kanssasi. Sinä vastaat heistä.',
          'Puhelut kopeissa, keskustelut huoneissa, ja hiljainen alue pysyköön hiljaisena.',
          'Se, mitä kuulet muiden ideoista, jää taloon.',
          'Viimeinen sulkee ikkunat ja oven.',
        ),
      },
      sv: {
        title: 'Husets regler',
        body: paragraphs(
          'Checka in när du kommer och lämna bordet tomt när du går. Ingenting stannar över natten.',
          'Den som bokar och inte kommer tar platsen från någon annan. Avboka det du inte behöver.',
          'Gäster kommer och går med dig. Du ansvarar för dem.',
          'Telefonera i båsen, prata i rummen, och låt den tysta zonen vara tyst.',
          'Det du hör om andras idéer stannar i huset.',
          'Den som går sist stänger fönstren och dörren.',
        ),
      },
      ru: {
        title: 'Правила дома',
        body: paragraphs(
          'Отметьтесь, когда пришли, и оставьте стол пустым, когда уходите. На ночь ничего не остаётся.',
          'Кто забронировал и не пришёл, отнял место у другого. Отменяйте то, что вам не нужно.',
          'Гости приходят и уходят вместе с вами. Вы за них отвечаете.',
          'Звоните из кабин, разговаривайте в комнатах, и пусть тихая зона остаётся тихой.',
          'То, что вы услышали об идеях других, остаётся в доме.',
          'Последний закрывает окна и дверь.',
        ),
      },
    },
  },
];
