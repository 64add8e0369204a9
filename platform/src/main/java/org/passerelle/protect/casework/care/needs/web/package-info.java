/** Pages that compare assessments. */
@NullMarked
package org.passerelle.protect.casework.care.needs.web;

import org.jspecify.annotations.NullMarked;
