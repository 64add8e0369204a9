/**
 * A child is safe: places and their beds, zones that a child must not be near, who is placed where,
 * and the stay. The address of a place is seen by those who place there and by the place itself.
 */
@NullMarked
package org.passerelle.protect.placement;

import org.jspecify.annotations.NullMarked;
