package org.passerelle.disclosure.internal;

/** Positions of cells: the categories of the variables that each counts. */
public interface Geometry {
  /** Number of variables. */
  int variables();

  /** Maximum number of variables by which a cell is broken down. */
  int mostDimensions();

  /** A cell's node in a variable; 0 is the total. */
  int node(int cell, int variable);

  /** The cell with these nodes, or −1. */
  int cell(int[] nodes);

  /** Cells that change by the same amount as this one: its differences from earlier releases. */
  int[] followers(int cell);

  /** The parent node; −1 for the total. */
  int parent(int variable, int node);

  /** The leaves of a variable. */
  int[] leaves(int variable);
}
