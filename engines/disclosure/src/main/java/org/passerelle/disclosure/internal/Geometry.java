package org.passerelle.disclosure.internal;

/** Where cells stand: which categories of which variables each counts. */
public interface Geometry {
  /** How many variables there are. */
  int variables();

  /** The most variables by which a cell is parted. */
  int mostDimensions();

  /** A cell's node in a variable; 0 is the total. */
  int node(int cell, int variable);

  /** The cell with these nodes, or −1. */
  int cell(int[] nodes);

  /** Cells that change by as much as this one does: its differences from earlier releases. */
  int[] followers(int cell);

  /** The node above; −1 above the total. */
  int parent(int variable, int node);

  /** The nodes of a variable that have none below. */
  int[] leaves(int variable);
}
