import type { PersistentVolume } from '../../../../imports/kubernetes/types';
import { amountOf } from '../../amount';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const unbindableClaim: AppRule = {
  code: 'unbindable-claim',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PersistentVolumeClaim'],
  summary:
    'A claim that names its volume asks for no more than that has: its class, its size and its access modes, or the claim stays pending.',
  mirrors: 'pkg/controller/volume/persistentvolume/pv_controller.go: checkVolumeSatisfyClaim',
  check(inventory, report) {
    for (const item of inventory.ofKind('v1/PersistentVolumeClaim')) {
      const { volumeName = '', storageClassName, accessModes = [], resources } = item.object.spec ?? {};
      const found = inventory.find({ group: '', kind: 'PersistentVolume', name: volumeName });
      if (volumeName === '' || !found?.isSound) continue;
      const { spec: volume = {} } = found.object as PersistentVolume; // Its key says that it is one.
      const at = ROOT.field('spec');
      const { storageClassName: itsClass = '', capacity, accessModes: its = [] } = volume;
      // Without a class the claim has the cluster's default, whatever that is.
      if (storageClassName !== undefined && storageClassName !== itsClass) {
        const message = `is "${storageClassName}", and that of the PersistentVolume "${volumeName}" is "${itsClass}"`;
        report(item, at.field('storageClassName'), message, 'give both the same');
      }
      const [wanted, size] = [resources?.requests?.['storage'], capacity?.['storage']];
      if (wanted !== undefined && size !== undefined && amountOf(wanted) > amountOf(size)) {
        const here = at.field('resources').field('requests').field('storage');
        report(item, here, `is ${wanted}, and the PersistentVolume "${volumeName}" has ${size}`, `ask for ${size}`);
      }
      accessModes.forEach((mode, index) => {
        if (its.length === 0 || its.includes(mode)) return;
        const message = `"${mode}" is not an access mode of the PersistentVolume "${volumeName}"`;
        report(item, at.field('accessModes').item(index), message, `write one that it has: ${its.join(', ')}`);
      });
    }
  },
};
