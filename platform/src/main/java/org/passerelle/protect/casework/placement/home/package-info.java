/** Start page of the placing team: who waits, what is free, what expires. */
@NullMarked
package org.passerelle.protect.casework.placement.home;

import org.jspecify.annotations.NullMarked;
