/**
 * The content of a dossier's chapters, computed from a network by pure functions. It consists of
 * counts, measures, codes and instruments between countries; the team's words are kept separately,
 * in the legend.
 */
@NullMarked
package org.passerelle.understand.dossier.chapter;

import org.jspecify.annotations.NullMarked;
