package org.linli.registration.division;

/**
 * What loading a file of divisions did.
 *
 * @param created divisions that were not there before
 * @param changed divisions with another name or parent than before
 * @param unchanged rows that said nothing new
 */
record LoadResult(int created, int changed, int unchanged) {
    static LoadResult of(DivisionLoad load) {
        return new LoadResult(load.fresh().size(), load.changed().size(), load.unchanged());
    }
}
