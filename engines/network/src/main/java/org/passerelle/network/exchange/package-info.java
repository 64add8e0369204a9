/** Reads networks from files and writes them, without losing or executing anything. */
@NullMarked
package org.passerelle.network.exchange;

import org.jspecify.annotations.NullMarked;
