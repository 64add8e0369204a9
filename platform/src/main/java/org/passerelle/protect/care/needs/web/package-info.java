/** Pages that compare assessments. */
@NullMarked
package org.passerelle.protect.care.needs.web;

import org.jspecify.annotations.NullMarked;
