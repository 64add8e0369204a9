/**
 * Who is connected to whom: actors and dated, graded ties of many kinds, and the plain graph that
 * measures are taken on.
 */
@NullMarked
package org.passerelle.network;

import org.jspecify.annotations.NullMarked;
