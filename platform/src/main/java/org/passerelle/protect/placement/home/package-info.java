/** What the placing team has before it: who waits, what is free, what runs out. */
@NullMarked
package org.passerelle.protect.placement.home;

import org.jspecify.annotations.NullMarked;
