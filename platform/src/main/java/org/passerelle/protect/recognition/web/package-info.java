/** Pages on which files are compared. */
@NullMarked
package org.passerelle.protect.recognition.web;

import org.jspecify.annotations.NullMarked;
