import { base64OfConfigData, type ConfigData } from '../../kubernetes/config-data';
import type { SecretType } from '../../kubernetes/secret-type';
import type { InvalidPropDetails } from '../invalid-prop';
import { type TlsPair, tlsMistake } from './tls-mistake';

/** A user, and what proves it. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A host, perhaps with a port and a path. Docker Hub is `https://index.docker.io/v1/`. */
const REGISTRY = /^(https?:\/\/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?(\/[^\s?#]*)?$/i;
const SSH_KEY = /^-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\r?\n[\s\S]+-----END \1?PRIVATE KEY-----\s*$/;

/** What a Secret holds, by what it is for. Values are given as they are: base64 is made of them here. */
export class SecretContent {
  /** Keys and values of one's own: text, or bytes. */
  static opaque(data: ConfigData): SecretContent {
    return new SecretContent('Opaque', data);
  }

  /**
   * What the kubelet pulls images with.
   *
   * @param login `server` is the registry's host, and port: `registry.example.com`
   */
  static dockerRegistry(login: Credentials & { readonly server: string }): SecretContent {
    const { server, username, password } = login;
    const auth = base64OfConfigData(`${username}:${password}`);
    const config = JSON.stringify({ auths: { [server]: { username, password, auth } } });
    return new SecretContent('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': config }, registryMistake(login));
  }

  /** A certificate that a server shows, and its key. */
  static tls(pair: TlsPair): SecretContent {
    const data = { 'tls.crt': pair.certificate, 'tls.key': pair.privateKey };
    return new SecretContent('kubernetes.io/tls', data, tlsMistake(pair));
  }

  /** A user and a password. */
  static basicAuth({ username, password }: Credentials): SecretContent {
    return new SecretContent('kubernetes.io/basic-auth', { username, password }, empty({ username, password }));
  }

  /** A key to sign in with by SSH, in PEM. */
  static sshAuth({ privateKey }: { readonly privateKey: string }): SecretContent {
    const rule = 'must be a private key in PEM';
    const mend = 'give the text of the file, from -----BEGIN on: base64 is made of it here';
    const wrong = SSH_KEY.test(privateKey) ? undefined : { prop: 'privateKey', got: undefined, rule, mend };
    // OpenSSH refuses a key file that does not end with a line end
    const data = { 'ssh-privatekey': privateKey.endsWith('\n') ? privateKey : `${privateKey}\n` };
    return new SecretContent('kubernetes.io/ssh-auth', data, wrong);
  }

  private constructor(
    readonly type: SecretType,
    readonly data: ConfigData,
    private readonly wrong?: InvalidPropDetails,
  ) {}

  /** Why this cannot serve its purpose, without the secret itself; nothing where it can. */
  problem(): InvalidPropDetails | undefined {
    return this.wrong;
  }
}

function registryMistake(login: Credentials & { readonly server: string }): InvalidPropDetails | undefined {
  const { server, username, password } = login;
  if (!REGISTRY.test(server)) {
    const mend = 'give the host as image references begin with it, such as "registry.example.com"';
    return { prop: 'server', got: server, rule: 'must be the host of a registry', mend };
  }
  if (username.includes(':')) {
    const rule = 'must not contain ":", which ends it';
    return { prop: 'username', got: undefined, rule, mend: 'give the name alone' };
  }
  return empty({ username, password });
}

function empty(values: Readonly<Record<string, string>>): InvalidPropDetails | undefined {
  const prop = Object.keys(values).find((key) => values[key] === '');
  return prop === undefined
    ? undefined
    : { prop, got: undefined, rule: 'must not be empty', mend: 'give what the server expects' };
}
