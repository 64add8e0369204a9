/** Pages on which an administrator takes in forms. */
@NullMarked
package org.passerelle.house.forms;

import org.jspecify.annotations.NullMarked;
