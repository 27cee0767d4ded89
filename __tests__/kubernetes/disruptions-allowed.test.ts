import { disruptionsAllowed } from '../../lib/kubernetes/disruptions-allowed';

// __tests__/cluster/7-scaling.test.ts holds the same function against the real controller
test.each`
  bounds                       | pods  | stay | go   | because
  ${{ maxUnavailable: 1 }}     | ${1}  | ${0} | ${1} | ${'a lone Pod may go'}
  ${{ maxUnavailable: 3 }}     | ${2}  | ${0} | ${2} | ${'no more go than there are'}
  ${{ maxUnavailable: '0%' }}  | ${5}  | ${5} | ${0} | ${'nothing of anything is nothing'}
  ${{ maxUnavailable: '1%' }}  | ${2}  | ${1} | ${1} | ${'a share that may go rounds up'}
  ${{ maxUnavailable: '50%' }} | ${3}  | ${1} | ${2} | ${'a share that may go rounds up'}
  ${{ minAvailable: '50%' }}   | ${3}  | ${2} | ${1} | ${'a share that must stay rounds up'}
  ${{ minAvailable: '90%' }}   | ${3}  | ${3} | ${0} | ${'up to all of them'}
  ${{ minAvailable: '90%' }}   | ${10} | ${9} | ${1} | ${'exact shares stay exact'}
  ${{ minAvailable: 2 }}       | ${1}  | ${2} | ${0} | ${'never less than none may go'}
  ${{ minAvailable: 0 }}       | ${4}  | ${0} | ${4} | ${'nothing need stay'}
`('$bounds of $pods: $because', ({ bounds, pods, stay, go }) => {
  expect(disruptionsAllowed(bounds, pods)).toEqual({ desiredHealthy: stay, disruptionsAllowed: go });
});
