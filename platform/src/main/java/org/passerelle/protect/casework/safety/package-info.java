/** Safety of a person: incidents, risk assessments, and safety plans. */
@NullMarked
package org.passerelle.protect.casework.safety;

import org.jspecify.annotations.NullMarked;
