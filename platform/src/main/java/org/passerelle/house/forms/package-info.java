/** Pages on which an administrator manages forms. */
@NullMarked
package org.passerelle.house.forms;

import org.jspecify.annotations.NullMarked;
