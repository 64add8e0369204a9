/**
 * What the chapters of a dossier hold, computed from a network in plain functions. Everything here
 * is counts, measures and codes, and what countries have agreed; the words of the team stand apart,
 * in the legend.
 */
@NullMarked
package org.passerelle.understand.dossier.chapter;

import org.jspecify.annotations.NullMarked;
