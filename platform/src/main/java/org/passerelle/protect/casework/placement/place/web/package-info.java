/** Pages of places, for placing teams and houses. */
@NullMarked
package org.passerelle.protect.casework.placement.place.web;

import org.jspecify.annotations.NullMarked;
