/** Pages of follow-up. */
@NullMarked
package org.passerelle.protect.casework.followup.web;

import org.jspecify.annotations.NullMarked;
