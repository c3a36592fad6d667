// Package validation stands here for the copies of Kubernetes' packages of that name, to which run-validation-tests.ts adds this file.
package validation

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	gort "runtime"
	"strings"

	apiruntime "k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
)

type recorded struct {
	Function string   `json:"function"`
	Place    string   `json:"place"`
	Errors   []string `json:"errors"`
	Manifest any      `json:"manifest"`
}

// recordCall appends a line to the file that NEGATIVES names: what a test gave to a validation function, as a manifest, and what it answered.
// The function defers it; its own calls of other validation functions are not recorded.
func recordCall(function string, object apiruntime.Object, answer field.ErrorList) {
	// 0 is this function, 1 the deferred one, 2 the validation function.
	_, file, line, _ := gort.Caller(3)
	if !strings.HasSuffix(file, "_test.go") {
		return
	}
	codec := legacyscheme.Codecs.LegacyCodec(legacyscheme.Scheme.PrioritizedVersionsAllGroups()...)
	manifest, err := apiruntime.Encode(codec, object)
	mustRecord(err)
	errors := []string{}
	for _, one := range answer {
		errors = append(errors, one.Error())
	}
	place := fmt.Sprintf("%s:%d", filepath.Base(file), line)
	text, err := json.Marshal(recorded{function, place, errors, json.RawMessage(manifest)})
	mustRecord(err)
	records, err := os.OpenFile(os.Getenv("NEGATIVES"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	mustRecord(err)
	defer records.Close()
	_, err = records.Write(append(text, '\n'))
	mustRecord(err)
}

func mustRecord(err error) {
	if err != nil {
		panic(err)
	}
}
