/** Pages of the forms of a case. */
@NullMarked
package org.passerelle.protect.intake.web;

import org.jspecify.annotations.NullMarked;
