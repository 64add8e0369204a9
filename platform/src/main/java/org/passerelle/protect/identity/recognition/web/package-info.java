/** Pages on which files are compared. */
@NullMarked
package org.passerelle.protect.identity.recognition.web;

import org.jspecify.annotations.NullMarked;
