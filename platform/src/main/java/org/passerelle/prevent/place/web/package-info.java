/** Pages of places at risk. */
@NullMarked
package org.passerelle.prevent.place.web;

import org.jspecify.annotations.NullMarked;
