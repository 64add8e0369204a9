/**
 * Actors and dated, graded ties of several kinds, and the simple graph on which measures are
 * computed.
 */
@NullMarked
package org.passerelle.network;

import org.jspecify.annotations.NullMarked;
