/** Pages of the data protection officer on a period. */
@NullMarked
package org.passerelle.protect.oversight.web;

import org.jspecify.annotations.NullMarked;
