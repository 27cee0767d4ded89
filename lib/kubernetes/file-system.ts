/** How a disk is formatted at its first mount. */
export type FileSystem = 'ext4' | 'ext3' | 'ext2' | 'xfs';
