package org.passerelle.linkage.internal.store;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What is added to a store at once.
 *
 * @param size how many records
 * @param rows the values of each record, from 0 on, its identifier first
 * @param kinds how many kinds of keys there are
 * @param keys the entries of each kind, ascending, with the numbers that the records have in the
 *     store
 * @param clusters by record of the store, the name of its cluster: of those that are added, and of
 *     those that changed
 * @param terms by {@link StoreFiles#term}, in how many more persons a value was met
 * @param totals by column, as {@link StoreFiles#all} and {@link StoreFiles#alike} are from now on
 */
public record Batch(
    int size,
    IntFunction<List<String>> rows,
    int kinds,
    IntFunction<long[]> keys,
    Map<Integer, String> clusters,
    Map<Long, Integer> terms,
    List<Total> totals) {
  /** Of the values of a column; see the parameters of {@link Batch}. */
  public record Total(double all, double alike) {}

  /** The entry of a record in a kind of keys. */
  public static long entry(int kind, long hash, int record) {
    return Entries.entry(Entries.key(kind, hash), record);
  }
}
