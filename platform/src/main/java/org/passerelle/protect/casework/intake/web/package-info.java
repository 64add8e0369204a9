/** Pages of the forms of a case. */
@NullMarked
package org.passerelle.protect.casework.intake.web;

import org.jspecify.annotations.NullMarked;
