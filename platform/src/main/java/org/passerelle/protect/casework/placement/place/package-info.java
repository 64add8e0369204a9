/**
 * Houses that take children in: whom they take, how many beds are free, and their addresses, which
 * only the placing teams and the house itself see.
 */
@NamedInterface("place")
@NullMarked
package org.passerelle.protect.casework.placement.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
