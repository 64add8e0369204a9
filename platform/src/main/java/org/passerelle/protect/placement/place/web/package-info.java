/** Pages of those who place, and of the houses. */
@NullMarked
package org.passerelle.protect.placement.place.web;

import org.jspecify.annotations.NullMarked;
