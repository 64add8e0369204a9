/** Pages of the data protection officer's oversight. */
@NullMarked
package org.passerelle.protect.safeguards.oversight.web;

import org.jspecify.annotations.NullMarked;
