/** Page to judge the urgency of a case. */
@NullMarked
package org.passerelle.protect.casework.urgency.web;

import org.jspecify.annotations.NullMarked;
