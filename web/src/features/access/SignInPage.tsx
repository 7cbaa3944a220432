import { useTranslation } from 'react-i18next';
import { Doorway } from './Doorway';
import { SignInForm } from './SignInForm';

/** Where everybody begins. Once signed in, the router shows what was asked for. */
export function SignInPage() {
  const { t } = useTranslation();
  return (
    <Doorway title={t('access.signIn')}>
      <SignInForm />
    </Doorway>
  );
}
