/** Pages of background work. */
@NullMarked
package org.passerelle.house.work;

import org.jspecify.annotations.NullMarked;
