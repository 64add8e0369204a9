/** Whether what guards main guards all of it. */
@NullMarked
package org.passerelle.testing;

import org.jspecify.annotations.NullMarked;
