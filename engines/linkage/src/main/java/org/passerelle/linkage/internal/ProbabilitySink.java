package org.passerelle.linkage.internal;

/** Told of pairs of records, and how likely each is one person. */
@FunctionalInterface
public interface ProbabilitySink {
  void pair(int left, int right, double probability);
}
