import { celEnvironment } from '../../../lib/policies/cel/cel-environment';

const environment = celEnvironment();

// the examples in the comments of kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/*.go and cel-go@0.26 ext/{strings,sets}.go
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  lists: [
    '[1, 2, 3].isSorted()',
    '["a", "b", "b", "c"].isSorted()',
    '![2.0, 1.0].isSorted()',
    '[].isSorted()',
    '[1, 3].sum() == 4',
    '[1.0, 3.0].sum() == 4.0',
    '[].sum() == 0',
    '[1, 3].min() == 1',
    '[1, 3].max() == 3',
    '[1, 2, 2, 3].indexOf(2) == 1',
    '["a", "b", "b", "c"].lastIndexOf("b") == 2',
    '[1.0].indexOf(1.1) == -1',
    '[].indexOf("string") == -1',
  ],
  sets: [
    'sets.contains([1, 2, 3], [2, 3])',
    '!sets.contains([1], [1, 2])',
    'sets.equivalent([1, 2, 2], [2, 1])',
    '!sets.equivalent([1], [1, 2])',
    'sets.intersects([1], [1, 2])',
    '!sets.intersects([1], [2])',
  ],
  regex: [
    '"abc 123".find("[0-9]+") == "123"',
    '"abc 123".find("xyz") == ""',
    '"123 abc 456".findAll("[0-9]+") == ["123", "456"]',
    '"123 abc 456".findAll("[0-9]+", 1) == ["123"]',
    '"123 abc 456".findAll("xyz") == []',
  ],
  strings: [
    '"hello".charAt(4) == "o"',
    '"hello".charAt(5) == ""',
    '"hello mellow".indexOf("ello") == 1',
    '"hello mellow".lastIndexOf("ello") == 7',
    '["hello", "mellow"].join(" ") == "hello mellow"',
    '"TacoCat".lowerAscii() == "tacocat"',
    '"TacoCat".upperAscii() == "TACOCAT"',
    '"hello hello".replace("he", "we") == "wello wello"',
    '"hello hello".replace("he", "we", 1) == "wello hello"',
    '"hello hello".replace("he", "we", 0) == "hello hello"',
    '"hello hello hello".split(" ") == ["hello", "hello", "hello"]',
    '"tacocat".substring(4) == "cat"',
    '"tacocat".substring(0, 4) == "taco"',
    '"  trim\\n".trim() == "trim"',
    '"%s has %d of %s, 100%%".format(["web", 2, ["a", "b"]]) == "web has 2 of [a, b], 100%"',
  ],
  url: [
    'isURL("https://user:pass@example.com:80/path?query=val#fragment")',
    'isURL("/absolute-path")',
    '!isURL("https://a:b:c/")',
    '!isURL("../relative-path")',
    'url("/path").getScheme() == ""',
    'url("https://example.com/").getScheme() == "https"',
    'url("https://example.com:80/").getHost() == "example.com:80"',
    'url("https://example.com/").getHost() == "example.com"',
    'url("https://[::1]:80/").getHost() == "[::1]:80"',
    'url("/path").getHost() == ""',
    'url("https://[::1]/").getHostname() == "::1"',
    'url("https://127.0.0.1:80/").getHostname() == "127.0.0.1"',
    'url("https://user:pass@example.com:443/").getPort() == "443"',
    'url("https://[::1]/").getPort() == ""',
    'url("/path").getPort() == ""',
    'url("https://example.com/path").getEscapedPath() == "/path"',
    'url("https://example.com/path with spaces/").getEscapedPath() == "/path%20with%20spaces/"',
    'url("https://example.com").getEscapedPath() == ""',
    'url("https://example.com/path?k1=a&k2=b&k2=c").getQuery() == {"k1": ["a"], "k2": ["b", "c"]}',
    'url("https://example.com/path?").getQuery() == {}',
  ],
  ip: [
    'isIP("127.0.0.1")',
    'isIP("::1")',
    '!isIP("127.0.0.256")',
    '!isIP(":::1")',
    '!isIP("fe80::1%eth0")',
    '!isIP("::ffff:1.2.3.4")',
    'ip("127.0.0.1").family() == 4',
    'ip("::1").family() == 6',
    'ip("0.0.0.0").isUnspecified() && ip("::").isUnspecified() && !ip("::1").isUnspecified()',
    'ip("127.0.0.1").isLoopback() && ip("::1").isLoopback() && !ip("192.168.0.1").isLoopback()',
    'ip("224.0.0.1").isLinkLocalMulticast() && ip("ff02::1").isLinkLocalMulticast() && !ip("224.0.1.1").isLinkLocalMulticast()',
    'ip("169.254.169.254").isLinkLocalUnicast() && ip("fe80::1").isLinkLocalUnicast() && !ip("fd80::1").isLinkLocalUnicast()',
    'ip("192.168.0.1").isGlobalUnicast() && ip("2001:db8::abcd").isGlobalUnicast()',
    '!ip("255.255.255.255").isGlobalUnicast() && !ip("ff00::1").isGlobalUnicast()',
  ],
  cidr: [
    'isCIDR("192.168.0.0/16")',
    'isCIDR("::1/128")',
    '!isCIDR("192.168.0.0/33")',
    '!isCIDR("::1/129")',
    'cidr("192.168.0.0/24").containsIP(ip("192.168.0.1"))',
    '!cidr("192.168.0.0/24").containsIP("192.168.1.1")',
    'cidr("192.168.0.0/16").containsCIDR(cidr("192.168.10.0/24"))',
    '!cidr("192.168.1.0/24").containsCIDR("192.168.2.0/24")',
    'cidr("192.168.0.1/24").ip().family() == 4',
    'cidr("192.168.0.0/16").prefixLength() == 16',
  ],
  quantity: [
    'isQuantity("1.3G") && isQuantity("500m") && !isQuantity("1.3g") && !isQuantity("200K")',
    'quantity("50000000G").isInteger() && !quantity("50k").add(quantity("1m")).isInteger()',
    'quantity("50k").asInteger() == 50000',
    'quantity("50.703k").asApproximateFloat() == 50703.0',
    'quantity("200M").compareTo(quantity("0.2G")) == 0',
    'quantity("50M").isLessThan(quantity("50Mi"))',
    'quantity("150Mi").isGreaterThan(quantity("100Mi"))',
    'quantity("50k").add(quantity("20")).compareTo(quantity("50020")) == 0',
    'quantity("50k").sub(20000).compareTo(quantity("30k")) == 0',
    'quantity("-50k").sign() == -1 && quantity("0").sign() == 0',
  ],
};

test.each(Object.entries(LIBRARIES).flatMap(([library, expressions]) => expressions.map((text) => [library, text])))(
  '%s: %s',
  (_, expression = '') => {
    expect(environment.parse(expression)({})).toBe(true);
  },
);

test.each([
  '[].min()',
  '"hello".charAt(6)',
  'url("../relative-path")',
  'ip("127.0.0.256")',
  'cidr("192.168.0.0/33")',
  'quantity("1.3g")',
  'quantity("500m").asInteger()',
])('fails: %s', (expression) => {
  expect(() => environment.parse(expression)({})).toThrow();
});

// kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/environment/base.go: of 1.31, 1.33 and 1.34, and of no minor
test.each([
  'format.dns1123Label()',
  'semver("1.0.0")',
  '[[1], [2]].flatten() == [1, 2]',
  '[1, 1].distinct() == [1]',
  'math.greatest(1, 2)',
])('is not in Kubernetes 1.30: %s', (expression) => {
  expect(() => environment.parse(expression)({})).toThrow();
});
