/** Pages on which an administrator takes in forms. */
@NullMarked
package org.passerelle.protect.forms.web;

import org.jspecify.annotations.NullMarked;
