/** Pages of the diagnoses. */
@NullMarked
package org.passerelle.understand.diagnosis.web;

import org.jspecify.annotations.NullMarked;
