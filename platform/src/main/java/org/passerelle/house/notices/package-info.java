/** Where somebody says how they want to be told that something waits, and the rounds that tell. */
@NullMarked
package org.passerelle.house.notices;

import org.jspecify.annotations.NullMarked;
