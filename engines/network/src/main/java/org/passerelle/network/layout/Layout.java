package org.passerelle.network.layout;

/**
 * Positions of the vertices of a graph.
 *
 * @param x from 0 to 1 along the longer side
 * @param y downwards on the same scale
 */
public record Layout(double[] x, double[] y) {}
