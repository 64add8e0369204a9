/** Whether the guard for main covers all tests. */
@NullMarked
package org.passerelle.testing;

import org.jspecify.annotations.NullMarked;
