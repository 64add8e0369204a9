/** Networks read from files and written to them, without losing or running anything. */
@NullMarked
package org.passerelle.network.exchange;

import org.jspecify.annotations.NullMarked;
